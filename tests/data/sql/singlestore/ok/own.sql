a::b

a::$b

a::%b > 1

a :> DECIMAL(10, 2)

a !:> INT
