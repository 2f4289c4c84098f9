-- Snowflake documentation
DATE_PART(epoch_milliseconds, a)

-- Snowflake documentation
DATE_PART(day FROM a)

-- Snowflake documentation
DATEADD(y, 1, day)

-- Snowflake documentation
TIMEDIFF(epoch_seconds, a, b)

-- Snowflake documentation
LAST_DAY(month, month)

-- Snowflake documentation
DATE_TRUNC(month, month)
