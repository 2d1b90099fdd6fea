CREATE TABLE fine (id int);
RESET /* quietly */ ROLE;
