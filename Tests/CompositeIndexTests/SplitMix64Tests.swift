import Testing

@testable import CompositeIndex

@Suite("Random numbers")
struct SplitMix64Tests {
    @Test("SplitMix64 gives the numbers of its authors' code, in order or by place")
    func splitMix() {
        var generator = SplitMix64(seed: 1_234_567)
        let known: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        ]
        for (place, number) in known.enumerated() {
            #expect(generator.next() == number)
            #expect(SplitMix64.number(UInt64(place), seed: 1_234_567) == number)
        }
    }

    @Test("xoshiro256** gives the numbers of its authors' code")
    func xoshiro() {
        var generator = Xoshiro256StarStar(state: (1, 2, 3, 4))
        let known: [UInt64] = [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240]
        for number in known { #expect(generator.next() == number) }
    }

    @Test("numbers below a bound are all reached, about as often as each other")
    func below() {
        var generator = Xoshiro256StarStar(seed: 3)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[Int(generator.below(7))] += 1 }
        // Five standard deviations.
        for count in counts { #expect(abs(count - 10_000) < 463) }
        for _ in 0..<1000 {
            let number = generator.unit()
            #expect(number >= 0 && number < 1)
        }
    }
}
