package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the set on words with one on trees, about the edges of words above all. */
class VersionSetTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 62, 63, 64, 65, 126, 127, 128, 200})
    void behavesAsASetOfPositions(int size) {
        Random random = new Random(size);
        for (int round = 0; round < 50; round++) {
            NavigableSet<Integer> left = positions(random, size);
            NavigableSet<Integer> right = positions(random, size);
            VersionSet a = set(size, left);
            VersionSet b = set(size, right);
            assertThat(read(a)).isEqualTo(left);
            assertThat(a.size()).isEqualTo(left.size());
            assertThat(a.isEmpty()).isEqualTo(left.isEmpty());
            assertThat(a.highest()).isEqualTo(left.isEmpty() ? -1 : left.last());
            assertThat(a.mayBeAbsent()).isFalse();
            assertThat(a.not().mayBeAbsent()).isTrue();
            assertThat(a.not().not()).isEqualTo(a);
            assertThat(a.or(a.not()).isAll()).isTrue();
            assertThat(a.subsetOf(b)).isEqualTo(right.containsAll(left));
            assertThat(a.and(b).isEmpty()).isNotEqualTo(a.intersects(b));
            assertThat(a.isSingle()).isEqualTo(left.size() == 1);
            TreeSet<Integer> both = new TreeSet<>(left);
            both.retainAll(right);
            assertThat(read(a.and(b))).isEqualTo(both);
            TreeSet<Integer> less = new TreeSet<>(left);
            less.removeAll(right);
            assertThat(read(a.minus(b))).isEqualTo(less);
            left.addAll(right);
            assertThat(read(a.or(b))).isEqualTo(left);
        }
        assertThat(VersionSet.present(size).size()).isEqualTo(size);
        assertThat(VersionSet.all(size).size()).isEqualTo(size + 1);
        assertThat(VersionSet.absent(size)).isEqualTo(VersionSet.present(size).not());
    }

    private static NavigableSet<Integer> positions(Random random, int size) {
        TreeSet<Integer> positions = new TreeSet<>();
        int count = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(size + 1);
        for (int i = 0; i < count && size > 0; i++) {
            positions.add(random.nextInt(size));
        }
        return positions;
    }

    private static VersionSet set(int size, Set<Integer> positions) {
        BitSet bits = new BitSet();
        positions.forEach(bits::set);
        VersionSet set = VersionSet.of(size, bits);
        VersionSet grown = VersionSet.present(size).not().minus(VersionSet.absent(size));
        for (int position : positions) {
            grown = grown.with(position);
            assertThat(VersionSet.only(size, position).subsetOf(set)).isTrue();
        }
        assertThat(grown).isEqualTo(set);
        return set;
    }

    private static NavigableSet<Integer> read(VersionSet set) {
        TreeSet<Integer> down = new TreeSet<>();
        for (int position = set.highest(); position >= 0; position = set.below(position)) {
            down.add(position);
        }
        TreeSet<Integer> up = new TreeSet<>();
        for (int position = set.lowest(); position >= 0; position = set.above(position)) {
            assertThat(set.contains(position)).isTrue();
            up.add(position);
        }
        assertThat(up).isEqualTo(down);
        return up;
    }
}
