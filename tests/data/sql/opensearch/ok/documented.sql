MULTI_MATCH(['title' ^ 2, body 3.4, '*'], 'x')
