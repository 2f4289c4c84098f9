r"a

r'\

r"""a "b" c"""
