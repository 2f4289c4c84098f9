-- PostgreSQL 18.6 (libpg_query)
broadcast(ip)

-- PostgreSQL 18.6 (libpg_query)
xmlserialize(document doc as text indent)

-- PostgreSQL 18.6 (libpg_query)
xmlelement(name name, title)

-- PostgreSQL 18.6 (libpg_query)
xmlelement(name "a b", xmlattributes(b AS c), d)

-- PostgreSQL 18.6 (libpg_query)
xmlparse(content a preserve whitespace)

-- PostgreSQL 18.6 (libpg_query)
xmlpi(name php, 'x')

-- PostgreSQL 18.6 (libpg_query)
xmlserialize(content a as character varying(10) no indent)

-- PostgreSQL 18.6 (libpg_query)
xmlexists('//a' PASSING BY VALUE b)

-- PostgreSQL 18.6 (libpg_query)
join(a, b)

-- PostgreSQL 18.6 (libpg_query)
f(like => a)

-- PostgreSQL 18.6 (libpg_query)
try_cast(a)

-- PostgreSQL 18.6 (libpg_query)
U&"total" + 1
