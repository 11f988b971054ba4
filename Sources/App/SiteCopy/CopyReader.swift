/// Reads a page of ours into a tree.
struct CopyReader {
    private let bytes: [UInt8]
    private var index = 0
    /// Open elements, the innermost last; the first is none.
    private var open = [CopyElement(name: "", attributes: [])]

    static func nodes(_ html: [UInt8]) -> [CopyElement.Node] {
        var reader = CopyReader(bytes: html)
        return reader.read()
    }
    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() -> [CopyElement.Node] {
        while index < bytes.count {
            let start = index
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                add(.text(string(start..<index)))
                continue
            }
            switch bytes[index + 1] {
            case UInt8(ascii: "/"): close()
            case UInt8(ascii: "!"):
                skip(past: UInt8(ascii: ">"))
                add(.text(string(start..<index)))
            default: begin()
            }
        }
        while open.count > 1 { fold() }
        return open[0].children
    }

    private mutating func begin() {
        index += 1
        let name = word { $0 != 32 && $0 != 10 && $0 != UInt8(ascii: ">") }
        var element = CopyElement(name: name, attributes: [])
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == 32 || bytes[index] == 10 {
                index += 1
                continue
            }
            if bytes[index] == UInt8(ascii: "/") {
                element.isClosed = true
                index += 1
                continue
            }
            element.attributes.append(attribute())
        }
        index += 1
        if element.isClosed || CopyElement.void.contains(name) {
            add(.element(element))
        } else if CopyElement.raw.contains(name) {
            let start = index
            let end = Array("</\(name)>".utf8)
            while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
            element.children = [.text(string(start..<index))]
            index = min(bytes.count, index + end.count)
            add(.element(element))
        } else {
            open.append(element)
        }
    }

    private mutating func attribute() -> CopyElement.Attribute {
        let name = word { $0 != UInt8(ascii: "=") && $0 != 32 && $0 != 10 && $0 != UInt8(ascii: ">") }
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="), bytes[index + 1] == UInt8(ascii: "\"") else {
            return CopyElement.Attribute(name: name, value: nil)
        }
        index += 2
        let value = word { $0 != UInt8(ascii: "\"") }
        index += 1
        return CopyElement.Attribute(name: name, value: CopyElement.unescaped(value))
    }

    /// Ends the innermost element of that name and what is still open within it.
    private mutating func close() {
        index += 2
        let name = word { $0 != UInt8(ascii: ">") }
        index += 1
        guard open.dropFirst().contains(where: { $0.name == name }) else { return }
        while open.count > 1, open[open.count - 1].name != name { fold() }
        fold()
    }

    private mutating func fold() {
        let element = open.removeLast()
        open[open.count - 1].children.append(.element(element))
    }
    private mutating func add(_ node: CopyElement.Node) { open[open.count - 1].children.append(node) }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
        // At least one octet, so that nothing stands still.
        if start == index, index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: ">") {
            index += 1
        }
        return string(start..<index)
    }
    private mutating func skip(past byte: UInt8) {
        while index < bytes.count, bytes[index] != byte { index += 1 }
        index = min(bytes.count, index + 1)
    }
    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
