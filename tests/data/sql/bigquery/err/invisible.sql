a + b

a +​ b

to​tal

a + ­b

a ﻿+ b

`a‎b` c
