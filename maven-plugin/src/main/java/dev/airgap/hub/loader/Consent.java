package dev.airgap.hub.loader;

/** Says what the user thinks of code that a model brings. */
public enum Consent {
    /** Nothing was said: a model that brings code is not sealed. */
    UNSAID,
    /** It is trusted, pinned and listed. */
    GIVEN,
    /** It stays out; the loader knows the model without it. */
    REFUSED
}
