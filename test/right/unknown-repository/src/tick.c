int tick;
