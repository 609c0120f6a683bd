package dev.holdfast.probes.jwt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tokens that say the right thing and that nobody who may has signed. */
final class SignatureAttacks {
    private final Forge forge;

    SignatureAttacks(Forge forge) {
        this.forge = forge;
    }

    List<Attack> all() throws GeneralSecurityException {
        List<Attack> all = new ArrayList<>();
        all.addAll(broken());
        all.addAll(none());
        all.addAll(empty());
        all.add(blankKey());
        all.addAll(confusion());
        all.addAll(keyIds());
        if (forge.algorithm().elliptic()) {
            all.addAll(psychic());
        }
        return all;
    }

    private List<Attack> broken() throws GeneralSecurityException {
        Token good = forge.good();
        byte[] right = forge.signature(good);
        byte[] other = forge.signature(forge.good());
        return List.of(
                Attack.of(
                        JwtRuleSet.UNVERIFIED,
                        "truncated",
                        "a token with half of its signature",
                        good.with(Arrays.copyOf(right, right.length / 2))),
                Attack.of(
                        JwtRuleSet.UNVERIFIED,
                        "foreign",
                        "a token with the signature of another one",
                        good.with(other)));
    }

    private List<Attack> none() {
        List<Attack> all = new ArrayList<>();
        for (String name : List.of("none", "None", "NONE", "nOnE")) {
            Token token = forge.good().header("alg", name);
            all.add(
                    Attack.of(
                            JwtRuleSet.NONE,
                            name,
                            "an unsigned token with the algorithm " + name,
                            token.signed() + "."));
            all.add(
                    Attack.of(
                            JwtRuleSet.NONE,
                            name + " with a signature",
                            "a token with the algorithm " + name + " and a random signature",
                            token.with(forge.random(32))));
        }
        Token silent = forge.good().withoutHeader("alg");
        all.add(
                Attack.of(
                        JwtRuleSet.NONE,
                        "no algorithm",
                        "an unsigned token that names no algorithm",
                        silent.signed() + "."));
        all.add(
                Attack.of(
                        JwtRuleSet.NONE,
                        "no algorithm with a signature",
                        "a token that names no algorithm, with a random signature",
                        silent.with(forge.random(32))));
        return all;
    }

    private List<Attack> empty() {
        Token good = forge.good();
        return List.of(
                Attack.of(
                        JwtRuleSet.EMPTY,
                        "empty",
                        "a token with an empty signature",
                        good.signed() + "."),
                Attack.of(
                        JwtRuleSet.EMPTY,
                        "stripped",
                        "a token of two parts, without a signature",
                        good.signed()));
    }

    private Attack blankKey() {
        return Attack.of(
                JwtRuleSet.BLANK,
                "",
                "a token signed by HMAC with an empty secret",
                mac(forge.good(), new byte[0]));
    }

    private List<Attack> confusion() {
        List<Attack> all = new ArrayList<>();
        forge.key()
                .open()
                .ifPresent(open -> {
                    PublicForms.of(open)
                            .forEach((form, bytes) -> all.add(confusion(forge.mac(), form, bytes)));
                    // A service may know the longer hashes only. What it holds is a text then.
                    for (int bits : new int[] {384, 512}) {
                        Algorithm mac = new Algorithm("HS" + bits, "HS", bits);
                        PublicForms.asRead(open)
                                .forEach((form, bytes) -> all.add(confusion(mac, form, bytes)));
                    }
                });
        return all;
    }

    private Attack confusion(Algorithm mac, String form, byte[] secret) {
        boolean usual = mac.equals(forge.mac());
        return Attack.of(
                JwtRuleSet.CONFUSION,
                usual ? form : form + " " + mac.name(),
                "a token signed by " + mac.name() + " with the public key as secret (" + form + ")",
                mac(mac, forge.good(), secret));
    }

    private List<Attack> keyIds() {
        List<Attack> all = new ArrayList<>();
        for (String id :
                List.of(
                        "",
                        "/dev/null",
                        "../../../../../../dev/null",
                        "/holdfast-probe/no-such-key")) {
            all.add(
                    Attack.of(
                            JwtRuleSet.KEY_ID,
                            id,
                            "a token signed with nothing whose kid is "
                                    + (id.isEmpty() ? "empty" : id),
                            mac(forge.good().header("kid", id), new byte[0])));
        }
        return all;
    }

    private List<Attack> psychic() {
        Token good = forge.good();
        int length = forge.algorithm().signatureBytes();
        List<Attack> all = new ArrayList<>();
        all.add(
                Attack.of(
                        JwtRuleSet.PSYCHIC,
                        "zero",
                        "a token whose signature is r = s = 0",
                        good.with(new byte[length])));
        if (forge.key().open().orElse(null) instanceof ECPublicKey open) {
            byte[] order = fixed(open.getParams().getOrder(), length / 2);
            byte[] both = Arrays.copyOf(order, length);
            System.arraycopy(order, 0, both, length / 2, length / 2);
            all.add(
                    Attack.of(
                            JwtRuleSet.PSYCHIC,
                            "order",
                            "a token whose signature is r = s = the curve's order",
                            good.with(both)));
        }
        return all;
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int kept = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
        return fixed;
    }

    private String mac(Token token, byte[] secret) {
        return mac(forge.mac(), token, secret);
    }

    private static String mac(Algorithm mac, Token token, byte[] secret) {
        Token named = token.header("alg", mac.name());
        return named.with(mac.mac(secret, named.bytes()));
    }
}
