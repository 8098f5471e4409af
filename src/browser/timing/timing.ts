import '../styles/timing.css';
