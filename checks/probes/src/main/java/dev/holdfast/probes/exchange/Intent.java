package dev.holdfast.probes.exchange;

/** What a request may do to the service; the wire sends only what the target allows. */
public enum Intent {
    /**
     * Looks: GET, HEAD or OPTIONS, with a configured identity or none. Allowed everywhere, also in
     * production.
     */
    PASSIVE,
    /**
     * Must be refused by a right service: a forged token, a webhook without a right signature, a
     * method that the identity may not use, an override header, an anonymous POST without a body.
     * Not in production, unless file and command line both allow destructive probes.
     */
    FORGED,
    /**
     * Is carried out by a right service and changes or uses up something: a valid webhook, a
     * refresh, a logout, a honeypot, a DELETE. Nowhere, unless file and command line both allow
     * destructive probes.
     */
    STATEFUL
}
