-- ZetaSQL
shop.forecast(qty)

-- ZetaSQL
doc.2nd_name

-- ZetaSQL
doc.2

-- ZetaSQL
doc.1a.b
