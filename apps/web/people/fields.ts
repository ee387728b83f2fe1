/** What Mantine's text fields need to look right; imported by every screen with a form. */
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/PasswordInput.css';
