package io.jobdeck.desktop.icon;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A drawing made of filled paths in a square, the part of SVG that the icon keeps to.
 *
 * @param side length of the view box's sides, in the units of the paths
 * @param paths from back to front
 */
record VectorIcon(double side, List<Shape> paths) {

    /**
     * A filled path.
     *
     * @param outline path data as in SVG
     * @param fill colour as in SVG
     * @param evenOdd whether what is enclosed twice is a hole
     */
    record Shape(String outline, String fill, boolean evenOdd) { }

    VectorIcon {
        paths = List.copyOf(paths);
    }

    /**
     * Reads an SVG document.
     *
     * @throws IOException if it cannot be read, or is no such drawing
     */
    static VectorIcon read(InputStream svg) throws IOException {
        try {
            Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg)
                    .getDocumentElement();
            List<Shape> shapes = new ArrayList<>();
            NodeList paths = root.getElementsByTagName("path");
            for (int i = 0; i < paths.getLength(); i++) {
                shapes.add(shape((Element) paths.item(i)));
            }
            return new VectorIcon(side(root.getAttribute("viewBox")), shapes);
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException("The icon is not well-formed: " + malformed.getMessage(), malformed);
        }
    }

    private static Shape shape(Element path) {
        return new Shape(path.getAttribute("d"), path.getAttribute("fill"),
                path.getAttribute("fill-rule").equals("evenodd"));
    }

    private static double side(String viewBox) throws IOException {
        String[] parts = viewBox.trim().split("\\s+");
        if (parts.length != 4 || !parts[2].equals(parts[3])) {
            throw new IOException("The icon's view box is not square: " + viewBox);
        }
        return Double.parseDouble(parts[2]);
    }
}
