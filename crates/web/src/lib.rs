//! Page frame, forms, errors, components, sign-in, habilitations, preferences.
