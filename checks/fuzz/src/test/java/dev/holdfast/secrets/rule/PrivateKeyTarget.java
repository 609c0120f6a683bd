package dev.holdfast.secrets.rule;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Any bytes as the content of a private key, and as what stands between its lines. */
public final class PrivateKeyTarget implements Target {
    private static final List<String> KINDS =
            List.of("RSA ", "EC ", "", "ENCRYPTED ", "OPENSSH ", "DSA ", "PGP ");

    @Override
    public String name() {
        return "private-key";
    }

    @Override
    public List<byte[]> seeds() {
        ByteArrayOutputStream ssh = new ByteArrayOutputStream();
        ssh.write(4);
        ssh.writeBytes(Text.bytes("openssh-key-v1\0\0\0\0\4none\0\0\0\4none\0\0\0\0\0\0\0\1"));
        ssh.writeBytes(new byte[120]);
        byte[] der = new byte[122];
        byte[] start = {2, 0x30, (byte) 0x82, 0, 0x74, 2, 1, 0, 0x30, 0x0D, 6, 9, 0x2A};
        System.arraycopy(start, 0, der, 0, start.length);
        byte[] long16 = der.clone();
        Arrays.fill(long16, 2, 8, (byte) 0xFF);
        return List.of(ssh.toByteArray(), der, long16, new byte[] {1, 0x30, 0x77, 2, 1, 1, 4, 32});
    }

    @Override
    public void run(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String kind = KINDS.get((input[0] & 0xFF) % KINDS.size()) + "PRIVATE KEY";
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        for (String end : List.of("\n", "\\n", "\\\\r\\\\n")) {
            String body =
                    Base64.getMimeEncoder(64, Text.bytes("\n"))
                            .encodeToString(rest)
                            .replace("\n", end);
            Scanned.scan(Text.bytes(pem(kind, end, body)));
        }
        Scanned.scan(Text.bytes(pem(kind, "\n", Text.latin1(rest))));
        Scanned.scan(Text.bytes("PuTTY-User-Key-File-3: ssh-rsa\n" + Text.latin1(rest)));
    }

    private static String pem(String kind, String end, String body) {
        String dashes = "-".repeat(5);
        return dashes + "BEGIN " + kind + dashes + end + body + end + dashes + "END " + kind
                + dashes;
    }
}
