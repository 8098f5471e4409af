import './styles/rostrum.css';
import './main.ts';
