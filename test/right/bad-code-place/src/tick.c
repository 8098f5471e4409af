int tick;
int tock;
int ticks;
