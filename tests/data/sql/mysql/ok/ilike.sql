ilike

COALESCE(ilike, 0) = ilike
