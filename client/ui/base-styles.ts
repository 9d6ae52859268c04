// Mantine's styles lie in a layer of their own: ours outrank them in whatever order the chunks bring them.
import '@mantine/core/styles/baseline.layer.css';
import './tokens.css';
import './page.css';
import './print.css';
