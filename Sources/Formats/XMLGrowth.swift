import Base
import CXML2

/// The tree as it grows while libxml2 reads. The first fault ends the reading.
final class XMLGrowth {
    /// Elements of a file; the largest schedule that is known has about 50,000.
    private static let mostElements = 1_000_000

    /// While it reads; not owned.
    var parser: xmlParserCtxtPtr?
    private(set) var root: XMLNode?
    private(set) var refusal: FormatRefusal?
    private var open: [XMLNode] = []
    private var count = 0

    private var line: Int { parser?.pointee.input.map { Int($0.pointee.line) } ?? 0 }

    private func refuse(_ reason: FormatRefusal) {
        if refusal == nil { refusal = reason }
        if let parser { xmlStopParser(parser) }
    }

    private func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
        count += 1
        guard count <= XMLGrowth.mostElements else { return refuse(FormatRefusal("tooMany", line: line)) }
        guard open.count < FormatLimits.depth else {
            return refuse(FormatRefusal("tooDeep", line: line, ["limit": String(FormatLimits.depth)]))
        }
        let node = XMLNode(name: name, line: line, attributes: attributes)
        if let parent = open.last { parent.append(node) } else { root = node }
        open.append(node)
    }

    /// What libxml2 calls while it reads; everything that is not here is passed over.
    static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        // XML_SAX2_MAGIC: the interface with namespaces and structured errors.
        handler.initialized = 0xDEED_BEAF
        handler.internalSubset = { context, _, _, _ in
            XMLGrowth.of(context)?.refuse(FormatRefusal("doctype", line: XMLGrowth.of(context)?.line ?? 0))
        }
        handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            XMLGrowth.of(context)?.begin(XMLGrowth.text(name), XMLGrowth.pairs(attributes, Int(count)))
        }
        handler.endElementNs = { context, _, _, _ in XMLGrowth.of(context)?.open.popLast()?.close() }
        let characters: charactersSAXFunc = { context, bytes, count in
            guard let bytes, let node = XMLGrowth.of(context)?.open.last else { return }
            node.append(String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.serror = { context, error in
            guard let growth = XMLGrowth.of(context), let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
                return
            }
            growth.refuse(XMLGrowth.refusal(error.pointee, growth.parser))
        }
        return handler
    }

    /// What people meet most often has words of its own; the rest is said as libxml2 says it.
    private static func refusal(_ error: xmlError, _ parser: xmlParserCtxtPtr?) -> FormatRefusal {
        let said = error.message.map { singleLine(String(cString: $0)) } ?? "?"
        let isAtEnd = parser?.pointee.input.map { $0.pointee.cur >= $0.pointee.end } ?? false
        let code =
            switch UInt32(bitPattern: error.code) {
            case XML_ERR_TAG_NOT_FINISHED.rawValue: "cutShort"
            case XML_ERR_GT_REQUIRED.rawValue, XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_CDATA_NOT_FINISHED.rawValue,
                XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
                isAtEnd ? "cutShort" : "xml"
            case XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue: "xmlAmpersand"
            case XML_ERR_NAME_REQUIRED.rawValue where said.contains("EntityRef"): "xmlAmpersand"
            default: isWestern(said) ? "encoding" : "xml"
            }
        return FormatRefusal(code, line: Int(error.line), column: Int(error.int2), ["said": said])
    }

    /// libxml2 shows the bytes: those that begin nothing in UTF-8 are a disguise, and no letters of another encoding.
    private static func isWestern(_ said: String) -> Bool {
        said.contains("not proper UTF-8") && !["0xC0", "0xC1"].contains { said.contains("Bytes: " + $0) }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLGrowth? {
        context.map { Unmanaged<XMLGrowth>.fromOpaque($0).takeUnretainedValue() }
    }
    private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { steadied(String(cString: $0)) } ?? "" }

    /// SAX2 gives five pointers an attribute: name, prefix, namespace, and where its value begins and ends.
    private static func pairs(
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> [(name: String, value: String)] {
        guard let pointers else { return [] }
        return (0..<count).map { index in
            guard let begin = pointers[index * 5 + 3], let end = pointers[index * 5 + 4] else {
                return (text(pointers[index * 5]), "")
            }
            let value = UnsafeBufferPointer(start: begin, count: end - begin)
            return (text(pointers[index * 5]), steadied(String(decoding: value, as: UTF8.self)))
        }
    }
}
