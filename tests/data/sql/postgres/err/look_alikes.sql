total − 2

(a – b) / c

a × b ÷ c

a ≤ 1 OR b ≠ 2 OR c ⩾ 3

a ＋ b ／ c

a ∗ ∗ b

f(a ＝ b)
