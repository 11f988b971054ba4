import Testing

@testable import CompositeIndex

@Suite("Sobol sequence")
struct SobolSequenceTests {
    /// The same points in the order of the Gray code, the usual one.
    private func gray(_ place: Int) -> Int { place ^ (place >> 1) }

    @Test("the points are those of the published direction numbers")
    func published() throws {
        let sequence = try SobolSequence(dimensions: 128, seed: nil)
        // Place in the order of the Gray code, dimension, 2^32 times the coordinate.
        let known = [
            (1, 0, 2_147_483_648.0), (5, 2, 536_870_912), (77, 17, 3_791_650_816), (1000, 35, 3_309_305_856),
            (2049, 63, 4_035_969_024), (3333, 127, 1_848_639_488), (4095, 99, 4_134_535_168), (4095, 120, 1_416_626_176),
        ]
        for (place, dimension, value) in known { #expect(sequence.point(gray(place))[dimension] == value * 0x1p-32) }
    }

    @Test("all coordinates of 4,096 points in 128 dimensions have the checksum of another implementation")
    func checksum() throws {
        let sequence = try SobolSequence(dimensions: 128, seed: nil)
        var sum: UInt64 = 0
        for place in 0..<4096 {
            for (dimension, value) in sequence.point(gray(place)).enumerated() {
                sum &+= UInt64(value * 0x1p32) &* UInt64(place * 128 + dimension + 1) &* 0x9e37_79b9_7f4a_7c15
            }
        }
        #expect(sum == 14_528_468_774_190_841_856)
    }

    @Test("every part of size 1/N of every dimension holds one point, scrambled or not", arguments: [nil, 1, 2026] as [UInt64?])
    func stratified(seed: UInt64?) throws {
        let sequence = try SobolSequence(dimensions: 128, seed: seed)
        for count in [1, 2, 64, 1024] {
            var hit = Array(repeating: false, count: 128 * count)
            for place in 0..<count {
                for (dimension, value) in sequence.point(place).enumerated() {
                    #expect(value >= 0 && value < 1)
                    hit[dimension * count + Int(value * Double(count))] = true
                }
            }
            #expect(hit.allSatisfy { $0 })
        }
    }

    @Test(
        "the first two dimensions fill every elementary rectangle of area 1/N with one point", arguments: [nil, 7] as [UInt64?])
    func net(seed: UInt64?) throws {
        let sequence = try SobolSequence(dimensions: 2, seed: seed)
        for exponent in 0...8 {
            let across = 1 << exponent, up = 1 << (8 - exponent)
            let boxes = (0..<256).map { place in
                let point = sequence.point(place)
                return Int(point[0] * Double(across)) * up + Int(point[1] * Double(up))
            }
            #expect(Set(boxes).count == 256)
        }
    }

    @Test("one seed gives one sequence, another seed another")
    func seeds() throws {
        let one = try SobolSequence(dimensions: 5, seed: 9), same = try SobolSequence(dimensions: 5, seed: 9)
        let other = try SobolSequence(dimensions: 5, seed: 10)
        #expect((0..<64).map(one.point) == (0..<64).map(same.point))
        #expect((0..<64).map(one.point) != (0..<64).map(other.point))
        // A dimension does not change because there are more.
        #expect(try SobolSequence(dimensions: 9, seed: 9).point(33).prefix(5) == one.point(33)[...])
    }

    @Test("scrambled points are uniform within their part: the mean offset is a half, also in the first point")
    func offsets() throws {
        var total = 0.0
        for seed in 0..<4000 as Range<UInt64> { total += try SobolSequence(dimensions: 1, seed: seed).point(0)[0] }
        // Four standard deviations of the mean of 4,000 uniform numbers.
        #expect(abs(total / 4000 - 0.5) < 0.0183)
    }

    @Test("a sequence of no dimension, or of more than there are numbers for, is refused", arguments: [0, 129])
    func refused(dimensions: Int) {
        let problems = #expect(throws: Problems.self) { try SobolSequence(dimensions: dimensions, seed: nil) }
        #expect(problems?.list.map(\.rule) == ["sobol-dimensions"])
    }
}
