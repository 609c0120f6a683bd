package dev.holdfast.secrets.verify;

/** What a provider's answer means for a key. */
public enum State {
    /** The provider took the key, if only to say that it may not do this. */
    LIVE,
    /** The provider said what its documentation calls bad credentials. */
    DEAD,
    /** Anything else; the key counts as live until somebody knows better. */
    UNKNOWN
}
