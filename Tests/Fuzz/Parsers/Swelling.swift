import Base
import Glibc

/// Steps that rise with the square of the length show only in long inputs, which libFuzzer hardly makes: here every word
/// of the parser's dictionary, every pair of them, and every seed with a word repeated in its midst is blown up.
struct Swelling {
    let parser: Parser
    let words: [[UInt8]]
    let seeds: [[UInt8]]
    /// Enough that a square of it takes seconds, and a line of it milliseconds.
    private static let size = 256 << 10
    /// Of the processor, not of the wall: another job may be at work beside this one.
    private static let mostSeconds = 1.0

    /// Of the processor, for all inputs; those that come last are left out if it is over.
    private static let budget = 15.0

    /// The number of inputs that were tried; ends the process at one that takes too long, which is written to `place`.
    func run(keepingIn place: String) -> Int {
        let inputs = alone() + amidSeeds() + pairs()
        let begin = Swelling.seconds()
        for (count, input) in inputs.enumerated() {
            let bytes = input.bytes()
            let before = Swelling.seconds()
            if before - begin > Swelling.budget { return count }
            lastInput = (place, bytes)
            parser.run(bytes)
            lastInput = nil
            let taken = Swelling.seconds() - before
            guard taken > Swelling.mostSeconds else { continue }
            write(bytes, to: place)
            print("swell: \(input.name) took \(Int(taken * 1000)) ms of \(bytes.count) bytes; kept as \(place)")
            exit(70)
        }
        return inputs.count
    }

    /// Made when its turn comes: all of them at once would fill the memory.
    private struct Input {
        let name: String
        let bytes: () -> [UInt8]
    }
    private var size: Int { min(parser.limit, Swelling.size) }

    private func alone() -> [Input] {
        words.enumerated().map { index, word in Input(name: "word \(index)") { Swelling.repeated(word, to: size) } }
    }

    private func amidSeeds() -> [Input] {
        var found: [Input] = []
        for (other, seed) in seeds.enumerated() {
            for part in 1...4 {
                let cut = seed.count * part / 5
                for (index, word) in words.enumerated() {
                    found.append(
                        Input(name: "word \(index) in seed \(other) at \(cut)") {
                            seed[..<cut] + Swelling.repeated(word, to: max(0, size - seed.count)) + seed[cut...]
                        })
                }
            }
        }
        return found
    }

    /// Shorter, since there are many.
    private func pairs() -> [Input] {
        var found: [Input] = []
        for (index, word) in words.enumerated() {
            for (other, second) in words.enumerated() where other != index {
                found.append(Input(name: "words \(index) and \(other)") { Swelling.repeated(word + second, to: size / 4) })
                found.append(
                    Input(name: "words \(index), then \(other)") {
                        Swelling.repeated(word, to: size / 8) + Swelling.repeated(second, to: size / 8)
                    })
            }
        }
        return found
    }

    private static func repeated(_ word: [UInt8], to size: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(size + word.count)
        while out.count + word.count <= size { out += word }
        return out
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Swelling {
    /// The words of a dictionary of libFuzzer: a word in quotes a line, with `\xNN`, `\"` and `\\`.
    static func words(_ dictionary: [UInt8]) -> [[UInt8]] {
        dictionary.split(separator: 10).compactMap { line in
            guard line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\""), line.count > 1 else { return nil }
            var word: [UInt8] = []
            var rest = line.dropFirst().dropLast()
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                    word.append(byte)
                    continue
                }
                guard next == UInt8(ascii: "x") else {
                    word.append(next)
                    continue
                }
                word.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            }
            return word
        }
    }

    static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { out += buffer[..<count] }
        return out
    }

}

/// What is being tried, to be kept if a promise breaks; libFuzzer keeps its own.
nonisolated(unsafe) private var lastInput: (place: String, bytes: [UInt8])?

func keepLastInput() {
    if let lastInput { write(lastInput.bytes, to: lastInput.place) }
}

private func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
}
