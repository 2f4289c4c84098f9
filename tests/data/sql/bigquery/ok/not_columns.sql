-- ZetaSQL
shop.days(start => first_day, `end` => last_day)

-- ZetaSQL
DATE_DIFF(day, month, DAY)
