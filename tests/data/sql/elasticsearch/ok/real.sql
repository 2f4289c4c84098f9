-- Elasticsearch grammar (SqlBase.g4)
region <=> null

-- Elasticsearch grammar (SqlBase.g4)
user@host

-- Elasticsearch grammar (SqlBase.g4)
name LIKE 'a/%' {escape '/'}

-- Elasticsearch grammar (SqlBase.g4)
'a' 'b'

-- Elasticsearch grammar (SqlBase.g4)
1st_name = 2

-- Elasticsearch grammar (SqlBase.g4)
a@b.c
