a +​ b

to­tal

a ‌+ b
