ilike

using

COALESCE(ilike, using) = using
