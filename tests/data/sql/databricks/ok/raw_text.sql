r"""a\"b"""

r"""ends with \""""

R'''a\'b'''

r'\' || r"\" || r'a''b'

(SELECT r"""a\"b""" FROM t)
