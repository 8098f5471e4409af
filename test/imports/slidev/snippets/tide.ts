const tide = 3;
const moon = 4;
