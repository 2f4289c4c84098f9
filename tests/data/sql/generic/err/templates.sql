{{ amount }} + 1

${amount}

{% if a %}

${{c}} * 2

=IF([a]>1,1,0)
