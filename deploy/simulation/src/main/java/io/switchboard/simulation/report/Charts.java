package io.switchboard.simulation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts in one dress, written as PNG: the library's SVG draws each letter as a path, four times the size. */
public final class Charts {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    // Okabe and Ito's palette: told apart by those who see colours otherwise, too.
    private static final Color[] PALETTE = {
        new Color(0, 114, 178),
        new Color(230, 159, 0),
        new Color(0, 158, 115),
        new Color(204, 121, 167),
        new Color(86, 180, 233),
        new Color(213, 94, 0),
        new Color(90, 90, 90),
        new Color(0, 0, 0)
    };

    private Charts() {}

    /** Returns an empty chart of lines and points. */
    public static XYChart lines(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler styler = chart.getStyler();
        dress(styler);
        styler.setDefaultSeriesRenderStyle(org.knowm.xchart.XYSeries.XYSeriesRenderStyle.Line);
        return chart;
    }

    /** Returns an empty chart of bars. */
    public static CategoryChart bars(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        CategoryStyler styler = chart.getStyler();
        dress(styler);
        styler.setAvailableSpaceFill(.6);
        return chart;
    }

    /** Returns an empty chart of bars that begin at a value above 0: a bar on a logarithmic axis has no end of its own. */
    public static CategoryChart logarithmicBars(String title, String x, String y, double from) {
        CategoryChart chart = bars(title, x, y);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(from);
        return chart;
    }

    private static void dress(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setSeriesColors(PALETTE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setPlotGridLinesColor(new Color(220, 220, 220));
        styler.setPlotGridLinesStroke(new BasicStroke(1));
    }

    /** Draws a line without marks. */
    public static void line(XYChart chart, String name, List<Double> x, List<Double> y) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    }

    /** Draws a thin dashed line of what a gate or a theory says. */
    public static void limit(XYChart chart, String name, List<Double> x, List<Double> y) {
        var series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Color.DARK_GRAY);
        series.setLineStyle(
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {6, 4}, 0));
    }

    /** Draws points with the halves of their intervals. */
    public static void points(XYChart chart, String name, List<Double> x, List<Double> y, List<Double> halves) {
        var series = chart.addSeries(name, x, y, halves);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setXYSeriesRenderStyle(org.knowm.xchart.XYSeries.XYSeriesRenderStyle.Scatter);
    }

    /** Writes a chart below {@code folder}; the same chart gives the same file. */
    public static void write(Chart<?, ?> chart, Path folder, String name) {
        try {
            BitmapEncoder.saveBitmap(chart, folder.resolve(name).toString(), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
