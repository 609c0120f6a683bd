package dev.holdfast.secrets.engine;

import dev.holdfast.core.check.CheckInfo;

/**
 * What the engine tells of the rule behind a match.
 *
 * @param info id {@code secrets.<rule>}, severity and texts
 * @param provider who issued the token, as its users call it
 * @param rotationUrl the page where it is revoked and replaced
 * @param confidence how sure its findings are when no check digits say more
 */
public record TokenRule(
        CheckInfo info, String provider, String rotationUrl, Confidence confidence) {

    /** A rule whose form nothing else has. */
    public TokenRule(CheckInfo info, String provider, String rotationUrl) {
        this(info, provider, rotationUrl, Confidence.HIGH);
    }
}
