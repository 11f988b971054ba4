import Foundation

/// `embedtext OUT.swift FILE…`: writes an enum with the text of each file under `Folder/name.ext`.
@main
struct Main {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            FileHandle.standardError.write(Data("usage: embedtext OUT.swift FILE…\n".utf8))
            exit(2)
        }
        var code = "enum EmbeddedFiles {\n    static let all: [String: String] = [\n"
        for path in arguments.dropFirst() {
            let url = URL(fileURLWithPath: path)
            let text = try String(contentsOf: url, encoding: .utf8)
            var fence = "#"
            while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
            let name = url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
            code += "        \"\(name)\": \(fence)\"\"\"\n\(text)\n\"\"\"\(fence),\n"
        }
        code += arguments.count == 1 ? "        :\n    ]\n}\n" : "    ]\n}\n"
        try code.write(toFile: output, atomically: true, encoding: .utf8)
    }
}
