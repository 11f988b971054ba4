/// Points that fill the unit cube evenly (Sobol' 1967), with the direction numbers of Joe and Kuo (2008) and the nested uniform
/// scrambling of Owen (1995). No point is skipped: the first 2^k points put exactly one into each of the 2^k equal parts of
/// every dimension, scrambled or not. A longer sequence begins with a shorter one.
public struct SobolSequence: Sendable {
    public static let maximumDimensions = SobolDirections.dimensions
    /// Points are numbered with 32 bits.
    public static let maximumPoints = 1 << 32

    public let dimensions: Int
    /// What the scrambling depends on; nil for the points as they are, the first of which is 0.
    public let seed: UInt64?
    private let directions: [UInt32]
    private let seeds: [UInt64]

    /// Throws `Problems` with the rule `sobol-dimensions` if there are none or more than `maximumDimensions`.
    public init(dimensions: Int, seed: UInt64?) throws {
        guard (1...SobolSequence.maximumDimensions).contains(dimensions) else {
            throw Problems([
                Problem(
                    "sobol-dimensions", ["\(dimensions)"],
                    "a Sobol sequence of \(dimensions) dimensions: expected 1 to \(SobolSequence.maximumDimensions)")
            ])
        }
        self.dimensions = dimensions
        self.seed = seed
        directions = Array(SobolDirections.numbers.prefix(32 * dimensions))
        seeds = seed.map { seed in (0..<dimensions).map { SplitMix64.number(UInt64($0), seed: seed) } } ?? []
    }

    /// One point, `dimensions` numbers from 0 to below 1. Points are numbered from 0, in the natural order.
    public func point(_ index: Int) -> [Double] {
        Array(unsafeUninitializedCapacity: dimensions) { buffer, count in
            fill(buffer, at: index)
            count = dimensions
        }
    }

    /// Puts a point into `point`, which has room for `dimensions` numbers.
    func fill(_ point: UnsafeMutableBufferPointer<Double>, at index: Int) {
        directions.withUnsafeBufferPointer { directions in
            for dimension in 0..<dimensions {
                var bits: UInt32 = 0
                var rest = UInt32(truncatingIfNeeded: index)
                var place = dimension * 32
                while rest != 0 {
                    if rest & 1 == 1 { bits ^= directions[place] }
                    rest >>= 1
                    place += 1
                }
                point[dimension] = seed == nil ? Double(bits) * 0x1p-32 : scrambled(bits, seed: seeds[dimension])
            }
        }
    }

    /// Each digit is turned or not by the digits before it: the 2^k intervals of depth k have one random bit each, that of
    /// their place in the tree counted from the root. What lies below the 32 digits is random too, so that a point may be
    /// anywhere in its interval: 53 bits in all.
    @inline(__always)
    private func scrambled(_ bits: UInt32, seed: UInt64) -> Double {
        var turned: UInt64 = 0
        var node: UInt64 = 1
        for depth in 0..<UInt64(32) {
            let digit = (UInt64(bits) >> (31 - depth)) & 1
            turned = (turned << 1) | (digit ^ (SplitMix64.number(node, seed: seed) >> 63))
            node = (node << 1) | digit
        }
        let tail = SplitMix64.number(node, seed: seed) >> 43
        return Double((turned << 21) | tail) * 0x1p-53
    }
}
