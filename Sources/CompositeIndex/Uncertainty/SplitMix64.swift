/// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators": a counter in steps of the golden ratio,
/// each mixed to 64 bits. Any number of the stream can be had without those before it.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= SplitMix64.golden
        return SplitMix64.mix(state)
    }

    static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// The number that the stream of this seed gives after `place` others.
    @inline(__always)
    static func number(_ place: UInt64, seed: UInt64) -> UInt64 { mix(seed &+ (place &+ 1) &* golden) }

    @inline(__always)
    private static func mix(_ state: UInt64) -> UInt64 {
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}

/// Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators", xoshiro256**; its state is filled by
/// SplitMix64, as its authors advise.
public struct Xoshiro256StarStar: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        var filler = SplitMix64(seed: seed)
        state = (filler.next(), filler.next(), filler.next(), filler.next())
    }

    /// Not all of the four may be 0.
    init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

    public mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// Uniform in 0..<1, a multiple of 2^-53.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Uniform in 0..<count, by the method of Lemire (2019), without its bias.
    public mutating func below(_ count: UInt64) -> UInt64 {
        var (high, low) = next().multipliedFullWidth(by: count)
        guard low < count else { return high }
        let least = (0 &- count) % count
        while low < least { (high, low) = next().multipliedFullWidth(by: count) }
        return high
    }
}
