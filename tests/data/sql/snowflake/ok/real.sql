-- Snowflake documentation
ROUND(IDENTIFIER('net')(price, 2), 1)

-- Snowflake documentation
MODEL(churn, LAST)!predict(age, plan):output::FLOAT

-- Snowflake documentation
t.$2:name::STRING

-- Snowflake documentation
TO_DATE(SELECT MAX(day) FROM days)

-- Snowflake documentation
m!predict(a) + 1

-- Snowflake documentation
IDENTIFIER('f')(a)

-- Snowflake documentation
f(t.$1)
