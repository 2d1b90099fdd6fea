CREATE TABLE other (id int);
SELECT nonsense FROM nowhere;
