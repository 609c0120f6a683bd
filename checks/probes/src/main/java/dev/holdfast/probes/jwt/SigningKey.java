package dev.holdfast.probes.jwt;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;

/** Signs tokens by one algorithm. Shows its key to nobody. */
interface SigningKey {
    /**
     * A signature.
     *
     * @throws GeneralSecurityException when the key is not for the algorithm
     */
    byte[] sign(byte[] text) throws GeneralSecurityException;

    /** What everybody may know, and an attacker does; nothing for a secret. */
    Optional<PublicKey> open();
}
