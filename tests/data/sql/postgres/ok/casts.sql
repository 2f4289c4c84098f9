a::numeric(10,2)[]

a::timestamp(3) with time zone

a::double precision

a::character varying(10)

a::interval day to second

a::public.mytype

a::bit varying

CAST(a AS timestamp without time zone)

a::int::text
