package dev.holdfast.secrets.engine.vector;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/** Eight buckets as tables of 16 bytes, one for each half of each position, as wide as a vector. */
final class HalfTables {
    private final byte[][] tables = new byte[2 * Bucket.POSITIONS][];

    HalfTables(List<Bucket> eight, int lanes) {
        for (int position = 0; position < Bucket.POSITIONS; position++) {
            byte[] low = new byte[lanes];
            byte[] high = new byte[lanes];
            for (int lane = 0; lane < lanes; lane++) {
                for (int bit = 0; bit < eight.size(); bit++) {
                    low[lane] |= eight.get(bit).hasLow(position, lane & 15) ? (byte) (1 << bit) : 0;
                    high[lane] |=
                            eight.get(bit).hasHigh(position, lane & 15) ? (byte) (1 << bit) : 0;
                }
            }
            tables[2 * position] = low;
            tables[2 * position + 1] = high;
        }
    }

    ByteVector low(VectorSpecies<Byte> species, int position) {
        return ByteVector.fromArray(species, tables[2 * position], 0);
    }

    ByteVector high(VectorSpecies<Byte> species, int position) {
        return ByteVector.fromArray(species, tables[2 * position + 1], 0);
    }
}
