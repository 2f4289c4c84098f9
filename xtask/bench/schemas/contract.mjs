// Values of the contract that all schemas share.

export const TENANCY_LEVELS = ['TABLE', 'DATABASE', 'MULTI_DATABASE']
export const CLIENT_COLUMN_TYPES = ['NUMBER', 'STRING']
export const CARDINALITIES = ['ManyToMany', 'ManyToOne', 'OneToMany', 'OneToOne']
export const JOINS = ['INNER JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN']
