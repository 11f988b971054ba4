import Testing

@testable import CompositeIndex

@Suite("Sensitivity design")
struct SensitivityDesignTests {
    @Test("AB_i is A with column i of B, and BA_i the other way round", arguments: SensitivityDesign.Sampling.allCases)
    func mixed(sampling: SensitivityDesign.Sampling) throws {
        let design = try SensitivityDesign(samples: 8, factors: 3, purpose: .interactions, sampling: sampling, seed: 4)
        #expect(design.runs == 8 * 8)
        #expect(design.matrices == [.a, .b, .ab(0), .ab(1), .ab(2), .ba(0), .ba(1), .ba(2)])
        for sample in 0..<8 {
            let a = design.row(sample, of: .a), b = design.row(sample, of: .b)
            #expect(zip(a, b).allSatisfy { $0 != $1 })
            for column in 0..<3 {
                var mixed = a
                mixed[column] = b[column]
                #expect(design.row(sample, of: .ab(column)) == mixed)
                mixed = b
                mixed[column] = a[column]
                #expect(design.row(sample, of: .ba(column)) == mixed)
            }
        }
    }

    @Test("A and B together are the columns of one Sobol sequence, no point skipped")
    func sobol() throws {
        let design = try SensitivityDesign(samples: 256, factors: 18, seed: 77)
        let sequence = try SobolSequence(dimensions: 36, seed: 77)
        #expect(design.runs == 256 * 20)
        for sample in [0, 1, 255] {
            #expect(design.row(sample, of: .a) + design.row(sample, of: .b) == sequence.point(sample))
        }
    }

    @Test("a design for uncertainty alone has one run a sample")
    func uncertainty() throws {
        let design = try SensitivityDesign(samples: 100, factors: 4, purpose: .uncertainty, sampling: .random)
        #expect(design.runs == 100)
        #expect(design.row(99, of: .a).count == 4)
        #expect(design.row(99, of: .a) != design.row(98, of: .a))
    }

    @Test("Sobol points that are no power of two, and factors that are none or too many, are all named")
    func refused() {
        let problems = #expect(throws: Problems.self) { try SensitivityDesign(samples: 100, factors: 65) }
        #expect(problems?.list.map(\.rule) == ["design-samples", "design-factors"])
        #expect(throws: Problems.self) { try SensitivityDesign(samples: 0, factors: 1, sampling: .random) }
        #expect(throws: Never.self) { try SensitivityDesign(samples: 64, factors: 60) }
        #expect(throws: Never.self) { try SensitivityDesign(samples: 100, factors: 200, sampling: .random) }
    }
}
