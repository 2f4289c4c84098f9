"größe" + '😀'

'é' || "Straße"

CASE WHEN "名前" = '🇩🇪' THEN amount END

größe + 1
