package dev.holdfast.probes.jwt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/**
 * The public key of a private one on a prime curve, by double and add (SEC 1, section 3.2.1), which
 * the JDK does not offer. It runs once, on this machine, with a test key: it hides no timing.
 */
final class CurveKey {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final BigInteger prime;
    private final BigInteger a;

    private CurveKey(ECParameterSpec parameters) throws GeneralSecurityException {
        if (!(parameters.getCurve().getField() instanceof ECFieldFp field)) {
            throw new GeneralSecurityException("no prime curve");
        }
        prime = field.getP();
        a = parameters.getCurve().getA();
    }

    static PublicKey open(ECPrivateKey key) throws GeneralSecurityException {
        ECParameterSpec parameters = key.getParams();
        ECPoint point = new CurveKey(parameters).times(key.getS(), parameters.getGenerator());
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    }

    private ECPoint times(BigInteger scalar, ECPoint point) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum);
            if (scalar.testBit(bit)) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }

    private ECPoint plus(ECPoint left, ECPoint right) {
        if (left.equals(ECPoint.POINT_INFINITY)) {
            return right;
        }
        if (right.equals(ECPoint.POINT_INFINITY)) {
            return left;
        }
        boolean same = left.getAffineX().equals(right.getAffineX());
        if (same && left.getAffineY().add(right.getAffineY()).mod(prime).signum() == 0) {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger rise =
                same
                        ? left.getAffineX().pow(2).multiply(THREE).add(a)
                        : right.getAffineY().subtract(left.getAffineY());
        BigInteger run =
                same
                        ? left.getAffineY().multiply(TWO)
                        : right.getAffineX().subtract(left.getAffineX());
        BigInteger slope = rise.multiply(run.modInverse(prime)).mod(prime);
        BigInteger x =
                slope.pow(2).subtract(left.getAffineX()).subtract(right.getAffineX()).mod(prime);
        BigInteger y =
                slope.multiply(left.getAffineX().subtract(x))
                        .subtract(left.getAffineY())
                        .mod(prime);
        return new ECPoint(x, y);
    }
}
