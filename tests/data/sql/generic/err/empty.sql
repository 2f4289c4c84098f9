-- only a comment

/* only */
