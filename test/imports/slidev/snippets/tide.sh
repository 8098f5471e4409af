rise 3
fall 4
