import Base
import CXML2

/// Foreign XML into a tree, by libxml2's pull reader.
///
/// Thread rule: a reader belongs to the call that made it; nothing is shared but libxml2's own tables, which are set up
/// once. No document type declaration is accepted, so there are no entities to expand and no files to fetch.
package enum XMLTreeReader {
    /// What the error handler of libxml2 is given.
    private final class Fault {
        var line = 0
        var column = 0
        var message = ""
    }
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
    /// Elements of a file; the largest schedule that is known has about 50,000.
    private static let mostElements = 1_000_000

    package static func read(_ bytes: [UInt8]) throws(FormatRefusal) -> XMLNode {
        guard isReady, bytes.count <= FormatLimits.size else {
            throw FormatRefusal("tooLarge", ["limit": String(FormatLimits.size / 1_048_576)])
        }
        let fault = Fault()
        let result = bytes.withUnsafeBytes { raw -> Result<XMLNode, FormatRefusal> in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue)
            guard let reader = xmlReaderForMemory(start, Int32(raw.count), nil, nil, options) else {
                return .failure(FormatRefusal("xml", ["said": "no reader"]))
            }
            defer { xmlFreeTextReader(reader) }
            let handler: xmlStructuredErrorFunc = { context, error in
                guard let context, let error else { return }
                let fault = Unmanaged<Fault>.fromOpaque(context).takeUnretainedValue()
                guard fault.message.isEmpty, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
                fault.line = Int(error.pointee.line)
                fault.column = Int(error.pointee.int2)
                fault.message = error.pointee.message.map { singleLine(String(cString: $0)) } ?? "?"
            }
            return withExtendedLifetime(fault) {
                xmlTextReaderSetStructuredErrorHandler(reader, handler, Unmanaged.passUnretained(fault).toOpaque())
                return tree(reader, fault, declaration: declaration(in: bytes))
            }
        }
        return try result.get()
    }

    private static func tree(
        _ reader: xmlTextReaderPtr, _ fault: Fault, declaration: Int
    ) -> Result<XMLNode, FormatRefusal> {
        var root: XMLNode?
        var open: [XMLNode] = []
        var count = 0
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0, fault.message.isEmpty { break }
            guard status == 1, fault.message.isEmpty else {
                let said = fault.message.isEmpty ? "?" : fault.message
                return .failure(FormatRefusal("xml", line: fault.line, column: fault.column, ["said": said]))
            }
            let line = Int(xmlTextReaderGetParserLineNumber(reader))
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue): return .failure(FormatRefusal("doctype", line: declaration))
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                count += 1
                guard count <= mostElements else { return .failure(FormatRefusal("tooMany", line: line)) }
                guard open.count < FormatLimits.depth else {
                    return .failure(FormatRefusal("tooDeep", line: line, ["limit": String(FormatLimits.depth)]))
                }
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                let node = element(reader, line: line)
                if let parent = open.last { parent.append(node) } else { root = node }
                if !isEmpty { open.append(node) }
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): _ = open.popLast()
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                if let value = xmlTextReaderConstValue(reader) { open.last?.append(String(cString: value)) }
            default: break
            }
        }
        guard let root else { return .failure(FormatRefusal("empty")) }
        return .success(root)
    }

    /// The line of a document type declaration; 0 without one. The reader tells it only when it is past it.
    private static func declaration(in bytes: [UInt8]) -> Int {
        let mark = Array("<!DOCTYPE".utf8)
        var line = 1
        for (index, byte) in bytes.enumerated() {
            if byte == 10 { line += 1 }
            if byte == UInt8(ascii: "<"), bytes[index...].starts(with: mark) { return line }
        }
        return 0
    }

    private static func element(_ reader: xmlTextReaderPtr, line: Int) -> XMLNode {
        let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
        let place = xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? line
        var attributes: [(name: String, value: String)] = []
        while attributes.count < 64, xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard let key = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) else { continue }
            attributes.append((String(cString: key), String(cString: value)))
        }
        return XMLNode(name: name, line: place > 0 && place < 65_535 ? place : line, attributes: attributes)
    }
}
