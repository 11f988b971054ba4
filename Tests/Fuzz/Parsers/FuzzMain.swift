import CFuzzer
import Glibc

/// `parsers` alone lists the names. `parsers NAME swell KEPT DICTIONARY SEED…` blows words up; `parsers NAME run ARGUMENT…`
/// runs libFuzzer with its own arguments.
@main
struct FuzzMain {
    static func main() {
        let given = CommandLine.arguments
        guard given.count > 1 else {
            for parser in Parser.all { print(parser.name) }
            return
        }
        guard given.count > 2, let parser = Parser.all.first(where: { $0.name == given[1] }) else { exit(2) }
        switch given[2] {
        case "swell" where given.count > 4: swell(parser, keepingIn: given[3], dictionary: given[4], seeds: given.dropFirst(5))
        case "run": fuzz(parser, [given[0]] + given.dropFirst(3))
        default: exit(2)
        }
    }

    private static func swell(_ parser: Parser, keepingIn place: String, dictionary: String, seeds: ArraySlice<String>) {
        let swelling = Swelling(
            parser: parser, words: Swelling.words(Swelling.read(dictionary)), seeds: seeds.map { Swelling.read($0) })
        print("swell: \(swelling.run(keepingIn: place)) inputs")
    }

    private static func fuzz(_ parser: Parser, _ words: [String]) {
        // libFuzzer wants a plain C function, which cannot carry the parser with it.
        chosen = parser
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var count = Int32(words.count)
        let status = arguments.withUnsafeMutableBufferPointer { list -> Int32 in
            var start = list.baseAddress
            return LLVMFuzzerRunDriver(&count, &start) { bytes, count in
                chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            }
        }
        exit(status)
    }
}

/// Set once, before libFuzzer runs its only thread.
nonisolated(unsafe) private var chosen: Parser?
