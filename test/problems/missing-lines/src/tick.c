int tick;
int tock;
